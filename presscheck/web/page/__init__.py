"""The page's files: HTML, style sheets, JavaScript modules. No build step, nothing from elsewhere, no Python."""
