/** The signed export over gRPC with mutual TLS; the only package that touches gRPC. */
package org.opennms.plugins.trunkline.telemetry.grpc;
