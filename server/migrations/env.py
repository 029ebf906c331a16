"""Alembic's door: runs one of our histories on the connection that models.migrating hands in."""

from alembic import context

config = context.config
context.configure(
    connection=config.attributes["connection"],
    version_table=config.attributes["version_table"],
    transactional_ddl=False,
)
context.run_migrations()
