"""The rules of the house, checked on the code, the texts and the documents themselves."""
