package io.laguna.pipelines.covid.publication;

/**
 * The API of the results.
 *
 * @param id its id in API Gateway
 * @param address as API Gateway gives it: {@code https://<id>.execute-api.us-east-1.amazonaws.com}
 */
public record Published(String id, String address) {}
