"""Pictures of similarity: matrix, network, ranks, change over time, reforms, moves, regions compared."""
