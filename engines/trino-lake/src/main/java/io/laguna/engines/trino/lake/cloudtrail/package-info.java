/**
 * Tables over the files of CloudTrail, which are no lines: each file is one JSON object whose member {@code Records} has the
 * rows.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html">Query AWS CloudTrail logs</a>
 */
package io.laguna.engines.trino.lake.cloudtrail;
