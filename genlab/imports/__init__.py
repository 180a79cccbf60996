"""Models made elsewhere: codes as NPZ, graphs as ONNX; checked here, run by the visitor's browser alone."""
