"""What ships beside the code: vocabularies, help, icons, samples."""
