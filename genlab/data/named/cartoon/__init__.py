"""Cartoon faces: who they are (``people``), how a shape is painted (``brush``), and what goes where (``portrait``)."""
