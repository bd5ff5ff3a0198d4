/** The pipeline's steps as job runs of an EMR Serverless application. */
package io.laguna.pipelines.emrserverless;
