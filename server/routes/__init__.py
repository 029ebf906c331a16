"""What can be asked: each route translates HTTP in, calls, and translates the result out."""
