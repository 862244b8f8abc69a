"""How days and hours are written where Django words them: as the register does."""
