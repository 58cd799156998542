"""What leaves a case for the programs of others: accepted statements as ClaimReview and as FollowTheMoney entities."""
