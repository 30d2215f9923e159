"""What every room needs to read English council papers: passages with offsets, dates, names of people and bodies, sentences."""
