/** The following of a pipeline's steps in a service: questions again and again, up to a deadline. */
package io.laguna.pipelines.follow;
