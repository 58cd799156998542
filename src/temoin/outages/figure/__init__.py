"""The parts that the lens's charts are set from; they place marks and compute nothing else."""
