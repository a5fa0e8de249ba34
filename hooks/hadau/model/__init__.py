"""The records that a guide is made of. They are frozen: no stage changes one."""
