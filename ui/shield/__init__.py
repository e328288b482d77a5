"""What a covered picture looks like, who holds the shield open, and the parts that are covered one by one."""
