"""The routes of the web desk, one file for each verb."""
