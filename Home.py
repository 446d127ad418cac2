"""The FEALAC Marketplace Explorer starts here."""

from components import shell

shell.run()
