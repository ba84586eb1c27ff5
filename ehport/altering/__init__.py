"""What happens to actors and projects during a round: register, round.toml and workbooks changed together."""
