"""The screen: the only room that imports Streamlit. Its process trains nothing and never loads torch."""
