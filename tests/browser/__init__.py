"""What only a browser can show. Run by ``make browser``; ``make test`` passes it over."""
