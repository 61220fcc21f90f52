.PHONY: lint test check

lint:
	python -m ruff format --check .
	python -m ruff check .
	python -m mypy
	lint-imports

test:
	python -m pytest -n auto

check:
	bash .ci/run
