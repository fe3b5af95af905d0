"""Documents on their way in: read and searched for quotations on all cores, known again, stored, and counted."""
