"""What only the comparison of documents can say: who is who, who repeats whom, who agrees."""
