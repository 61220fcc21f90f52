"""Declaration and record of one product, valid and frozen."""
