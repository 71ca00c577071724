"""What people look at: one file per question a user asks. Pure functions of rows; nothing here reads or writes."""
