/**
 * The wire: AWS's protocols to and from the request and response types of the AWS SDK for Java v2.
 *
 * <p>No shape of AWS is written here by hand: everything is read from the description that every SDK type gives of
 * itself ({@link software.amazon.awssdk.core.SdkPojo#sdkFields()}). No service is known by name.
 */
package io.laguna.wire;
