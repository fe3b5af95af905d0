"""What was decided made into quotations: canonical names, kind, confidence, reasons."""
