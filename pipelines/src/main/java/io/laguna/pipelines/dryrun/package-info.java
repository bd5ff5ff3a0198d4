/**
 * A run on paper: clients that print what they are asked, and answer as AWS does on an account where nothing is there
 * yet and nothing goes wrong. The pipeline does not know that it has them, so what is printed is what would be sent.
 */
package io.laguna.pipelines.dryrun;
