"""What holds for any text at all: generated, adversarial, and fed to a fuzzer."""
