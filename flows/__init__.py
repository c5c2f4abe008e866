"""Everything that touches disk, network, clock or Prefect: pull, build, validate, publish and the command line."""
