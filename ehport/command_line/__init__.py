"""What all commands have in common: how they are declared, helped, completed, and told what is wrong with them."""
