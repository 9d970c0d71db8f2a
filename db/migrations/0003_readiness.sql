-- /readyz compares what was applied with what this version brings; the application role may only read it.
grant select on public.torhaus_migrations to torhaus_app;
