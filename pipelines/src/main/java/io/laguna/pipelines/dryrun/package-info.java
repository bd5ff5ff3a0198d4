/**
 * A run on paper: clients that print their requests, and answer as AWS does on an account where nothing is there yet
 * and nothing goes wrong. The pipeline does not know that its clients are such ones, so it prints what it would send.
 */
package io.laguna.pipelines.dryrun;
