"""Files a reader takes home: tables, workbooks, pictures and citations; no streamlit inside."""
