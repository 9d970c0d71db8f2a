-- graphile-worker keeps its tables under its owner with row-level security: the application role reaches the queue
-- only through this function (the one SECURITY DEFINER function, listed in test/database).
create function torhaus.add_job(task text, payload json, key text, run_at timestamptz, max_attempts int)
  returns void language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select graphile_worker.add_job(task, payload, run_at => coalesce(run_at, now()), max_attempts => max_attempts, job_key => key);
  end;
revoke all on function torhaus.add_job from public;
grant execute on function torhaus.add_job to torhaus_app;
