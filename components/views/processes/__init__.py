"""The page of business processes: a parcel's way, step by step, as it is and as it could be."""
