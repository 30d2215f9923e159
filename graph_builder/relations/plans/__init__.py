"""Plans and strategies, their workstreams, approvals and what they answer."""
