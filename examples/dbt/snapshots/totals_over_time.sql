{% snapshot totals_over_time %}
{{ config(
    target_schema='outbreak',
    table_type='iceberg',
    strategy='check',
    unique_key='code',
    check_cols=['cases']
) }}

SELECT code, name, cases FROM {{ ref('department_totals') }}
{% endsnapshot %}
