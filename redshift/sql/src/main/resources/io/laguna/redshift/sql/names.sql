-- The functions of laguna under their own names too, where PostgreSQL has none of that name: SQL that a procedure puts
-- together at run time is not rewritten, and calls them so.
DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p
        WHERE p.pronamespace = 'laguna'::regnamespace AND p.prokind = 'f' AND p.prolang <> 12
            AND p.proname IN (
                'add_months', 'array_concat', 'array_contains', 'array_flatten', 'can_json_parse', 'charindex',
                'convert_timezone', 'crc32', 'current_user_id', 'date_cmp', 'date_part_year', 'dateadd', 'datediff',
                'farmfingerprint64', 'fnv_hash', 'from_hex', 'from_varbyte', 'func_sha1', 'get_array_length', 'getdate',
                'is_array', 'is_object', 'is_scalar', 'is_valid_json', 'is_valid_json_array', 'json_extract_array_element_text',
                'json_parse', 'json_serialize', 'json_size', 'last_day', 'len', 'months_between', 'next_day',
                'pg_last_copy_count', 'pg_last_copy_id', 'pg_last_query_id', 'pg_last_unload_count', 'pg_last_unload_id',
                'replicate', 'sha', 'sha1', 'sha2', 'split_to_array', 'strtol', 'subarray', 'sysdate', 'textlen',
                'to_varbyte')
            AND NOT EXISTS (SELECT FROM pg_proc q WHERE q.pronamespace = 'pg_catalog'::regnamespace AND q.proname = p.proname)
    LOOP
        EXECUTE regexp_replace(pg_get_functiondef(f), 'FUNCTION laguna\.', 'FUNCTION pg_catalog.');
    END LOOP;
END $$;
