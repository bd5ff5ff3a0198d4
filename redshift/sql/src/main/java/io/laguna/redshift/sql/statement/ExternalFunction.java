package io.laguna.redshift.sql.statement;

/**
 * A function of AWS Lambda that a function of a cluster stands for.
 *
 * @param lambda the function's name, or its ARN
 * @param role the role that may call it
 * @param retryTimeout how long all delays between tries may be, in milliseconds
 * @param batchRows how many rows one call may have
 * @param batchBytes how large the payload of one call may be
 */
public record ExternalFunction(String lambda, Credentials role, long retryTimeout, long batchRows, long batchBytes) {}
