"""One item at a time: photo, video, and the shield that covers them."""
