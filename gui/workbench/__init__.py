"""工作台: what I must do today, and whether my work is safe."""
