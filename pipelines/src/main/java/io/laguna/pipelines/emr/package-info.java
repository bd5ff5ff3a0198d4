/** The pipeline's steps as steps of an EMR cluster. */
package io.laguna.pipelines.emr;
