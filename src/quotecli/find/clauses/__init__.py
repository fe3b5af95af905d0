"""Rules of grammar that tell whose words a clause gives, whatever the ranker would weigh."""
