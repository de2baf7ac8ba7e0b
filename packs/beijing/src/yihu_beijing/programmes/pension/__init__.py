"""Resident pension (城乡居民养老) and family-planning special aid."""
