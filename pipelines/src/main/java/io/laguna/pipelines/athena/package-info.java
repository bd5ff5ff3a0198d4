/** The pipeline's queries in Athena. */
package io.laguna.pipelines.athena;
