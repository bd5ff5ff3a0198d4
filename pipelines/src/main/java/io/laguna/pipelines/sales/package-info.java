/** The pipeline of sales: a producer's files through Lambda, S3, an event and a workflow of Glue into Redshift. */
package io.laguna.pipelines.sales;
