"""Pure functions from bytes and codelists to rows and rejects: no disk, no clock, no orchestrator."""
