"""Another implementation of the contract: Debian's protobuf and cryptography.

interop.py check PUBLIC.pem FILE...   parse, serialize without sig, verify; a line for each file
interop.py sign PRIVATE.raw OUT       make a signed envelope as the AMOSKYS tools do
"""
import sys
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
import universal_telemetry_pb2 as pb


def check(public_key, files):
    with open(public_key, "rb") as f:
        key = load_pem_public_key(f.read())
    previous = b""
    for name in files:
        with open(name, "rb") as f:
            received = f.read()
        envelope = pb.UniversalEnvelope.FromString(received)
        same = envelope.SerializeToString() == received
        linked = envelope.prev_sig == previous
        signature = previous = envelope.sig
        envelope.ClearField("sig")
        try:
            key.verify(signature, envelope.SerializeToString())
            verified = True
        except InvalidSignature:
            verified = False
        print(name, "same" if same else "different", "linked" if linked else "unlinked",
              "verified" if verified else "forged")


def sign(private_key, out):
    with open(private_key, "rb") as f:
        key = Ed25519PrivateKey.from_private_bytes(f.read())
    now = time.time_ns()
    envelope = pb.UniversalEnvelope(
        version="v1", ts_ns=now, idempotency_key="python-%d" % now, signing_algorithm="Ed25519",
        device_telemetry=pb.DeviceTelemetry(
            device_id="router-python", device_type="NETWORK", protocol="SNMP",
            collection_agent="horizon-1", timestamp_ns=now))
    event = envelope.device_telemetry.events.add(
        event_id="1", event_type="METRIC", severity="INFO", event_timestamp_ns=now,
        tags=["ifName=xe-0/0/1", "role=ünïcode"])
    event.metric_data.metric_name = "ifHCInOctets"
    event.metric_data.numeric_value = 1.5e300
    event.attributes["one"] = "entry"
    envelope.sig = key.sign(envelope.SerializeToString())
    with open(out, "wb") as f:
        f.write(envelope.SerializeToString())


if sys.argv[1] == "check":
    check(sys.argv[2], sys.argv[3:])
else:
    sign(sys.argv[2], sys.argv[3])
