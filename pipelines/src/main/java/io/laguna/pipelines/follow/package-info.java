/** Following what a service does with a pipeline's steps: asking again and again, with an end to it. */
package io.laguna.pipelines.follow;
