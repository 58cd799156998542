"""The science of the lens, one method a file, pure: tables to tables."""
